import type { Engine } from './engine.ts';

/** How light a picture is at its edge and where it is darkest, 0 to 255: as this browser shows it on black. */
export const pixelsOf = (engine: Engine, data: string): Promise<{ edge: number; darkest: number }> =>
	engine.run(`
		const bytes = Uint8Array.from(atob('${data}'), (letter) => letter.charCodeAt(0));
		const picture = await createImageBitmap(new Blob([bytes]));
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [picture.width, picture.height];
		const paper = canvas.getContext('2d');
		paper.fillRect(0, 0, canvas.width, canvas.height);
		paper.drawImage(picture, 0, 0);
		const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
		const light = (at) => (data[at] + data[at + 1] + data[at + 2]) / 3;
		let darkest = 255;
		for (let at = 0; at < data.length; at += 4) darkest = Math.min(darkest, light(at));
		return { edge: light(0), darkest };`);
