const LOUD = 0.25; // of somebody who speaks up, near a tablet

/** How loud a microphone hears it: only to be drawn, and drawn still where this browser cannot tell. */
export function soundLevel(stream: MediaStream): { level(): number; stop(): void } {
	try {
		const context = new AudioContext();
		const ear = context.createAnalyser();
		ear.fftSize = 512;
		context.createMediaStreamSource(stream).connect(ear);
		const heard = new Float32Array(ear.fftSize);
		return {
			level() {
				ear.getFloatTimeDomainData(heard);
				const power = heard.reduce((sum, one) => sum + one * one, 0) / heard.length;
				return Math.min(1, Math.sqrt(power) / LOUD);
			},
			stop: () => void context.close()
		};
	} catch {
		return { level: () => 0, stop: () => {} };
	}
}
