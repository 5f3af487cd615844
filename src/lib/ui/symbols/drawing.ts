/** What a child draws: lines, each by one pen. */
export const pens = ['black', 'purple', 'orange', 'yellow', 'green', 'blue'] as const;
export type Pen = (typeof pens)[number];
export interface Line {
	pen: Pen;
	thick: boolean;
	points: { x: number; y: number }[];
}
export const WIDTH = 960;
export const HEIGHT = 600;

/** Draws it all anew: what was there before, then every line in order. */
export function redraw(canvas: HTMLCanvasElement, before: CanvasImageSource | null, lines: readonly Line[]): void {
	const paper = canvas.getContext('2d');
	if (!paper) return;
	paper.clearRect(0, 0, WIDTH, HEIGHT);
	if (before) paper.drawImage(before, 0, 0, WIDTH, HEIGHT);
	const inks = getComputedStyle(canvas);
	paper.lineCap = 'round';
	paper.lineJoin = 'round';
	for (const { pen, thick, points } of lines) {
		const [first, ...rest] = points;
		if (!first) continue;
		paper.strokeStyle = inks.getPropertyValue(`--pen-${pen}`);
		paper.lineWidth = thick ? 22 : 9;
		paper.beginPath();
		paper.moveTo(first.x, first.y);
		paper.lineTo(first.x, first.y); // a dot is a line too
		for (const { x, y } of rest) paper.lineTo(x, y);
		paper.stroke();
	}
}

/** Where on the paper a finger or a mouse is. */
export function pointOf(event: PointerEvent, canvas: HTMLCanvasElement): { x: number; y: number } {
	const place = canvas.getBoundingClientRect();
	return {
		x: ((event.clientX - place.left) / place.width) * WIDTH,
		y: ((event.clientY - place.top) / place.height) * HEIGHT
	};
}
