/** Is there a camera that a page may ask for? Asking that shows nothing to anybody yet. */
export async function hasCamera(): Promise<boolean> {
	try {
		const devices = await navigator.mediaDevices.enumerateDevices();
		return devices.some(({ kind }) => kind === 'videoinput');
	} catch {
		return false;
	}
}

const PAUSE = 150;
const WIDTH = 640; // enough for a code, and quick on a cheap phone

/** Looks through the camera until it reads a code, or until it is stopped. Nothing of what it sees is kept. */
export async function scan(video: HTMLVideoElement, found: (text: string) => void): Promise<() => void> {
	const { decodeQR } = await import('qr/decode.js');
	const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
	let timer = 0;
	const stop = () => {
		clearTimeout(timer);
		timer = -1;
		for (const track of stream.getTracks()) track.stop();
		video.srcObject = null;
	};
	const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	const look = () => {
		if (timer === -1) return;
		const text = paper && readFrame(video, paper, decodeQR);
		if (text) {
			stop();
			found(text);
		} else timer = window.setTimeout(look, PAUSE);
	};
	video.srcObject = stream;
	await video.play();
	look();
	return stop;
}

type Decode = (image: ImageData) => string;

function readFrame(video: HTMLVideoElement, paper: CanvasRenderingContext2D, decode: Decode): string | null {
	if (video.videoWidth === 0) return null;
	const { canvas } = paper;
	canvas.width = WIDTH;
	canvas.height = Math.round((video.videoHeight / video.videoWidth) * WIDTH);
	paper.drawImage(video, 0, 0, canvas.width, canvas.height);
	try {
		return decode(paper.getImageData(0, 0, canvas.width, canvas.height));
	} catch {
		return null; // no code in this picture
	}
}
