// Listen and Print, where this device can.
const find = (what) => document.querySelector(`[data-${what}]`);
const [read, paper, synth] = [find('read'), find('print'), window.speechSynthesis];
paper.hidden = false;
paper.onclick = () => print();
read.onclick = () => import('/read-aloud.js');
const can = (voice) => voice.localService && voice.lang.startsWith(document.documentElement.lang);
if (synth) (synth.onvoiceschanged = () => (read.hidden = !synth.getVoices().some(can)))();
