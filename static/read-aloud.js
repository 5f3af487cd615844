// Reads the page aloud with a voice of this device. A tap on other words reads on from there.
const synth = window.speechSynthesis;
const button = document.querySelector('[data-read]');
const label = button.querySelector('span');
const start = label.textContent;
const blocks = [...document.querySelectorAll('h1,h2,h3,main p')].filter((block) => block.getClientRects().length > 0);
const voice = (lang) => synth.getVoices().find((one) => one.localService && one.lang.startsWith(lang));
let now;
function read(from) {
	now?.classList.remove('reading');
	now = blocks[from];
	label.textContent = now ? button.dataset.read : start;
	synth.cancel();
	if (!now) return;
	now.classList.add('reading');
	now.scrollIntoView({ block: 'nearest' });
	const [said, mine] = [new SpeechSynthesisUtterance(now.innerText), now];
	said.voice = voice(now.closest('[lang]').lang);
	said.onend = () => now === mine && read(from + 1);
	if (said.voice) synth.speak(said);
	else read(from + 1);
}
button.onclick = () => read(now ? -1 : 0);
addEventListener('click', ({ target }) => {
	const block = now && blocks.find((one) => one.contains(target) && !target.closest('a,button'));
	if (block) read(blocks.indexOf(block));
});
addEventListener('pagehide', () => synth.cancel());
read(0);
