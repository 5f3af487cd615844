// Only a voice of this device.
const synth = window.speechSynthesis;
const button = document.querySelector('[data-read]');
const label = button.querySelector('span');
const start = label.textContent;
const voice = () =>
	synth.getVoices().find((one) => one.localService && one.lang.startsWith(document.documentElement.lang));
let blocks;
const next = () => {
	const block = blocks.shift();
	label.textContent = block ? button.dataset.read : start;
	synth.cancel();
	if (!block) return;
	const said = new SpeechSynthesisUtterance(block.innerText);
	said.voice = voice();
	said.onend = next;
	synth.speak(said);
};
button.onclick = () => {
	blocks = label.textContent === start ? [...document.querySelectorAll('h1,h2,main p')] : [];
	next();
};
onpagehide = () => synth.cancel();
if (synth) (synth.onvoiceschanged = () => (button.hidden = !voice()))();
