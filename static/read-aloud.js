// Reads a public page aloud with a voice of this device. The button stays hidden where there is none (law 10: no voice over the net).
(function () {
	var button = document.querySelector('[data-read]');
	var synth = window.speechSynthesis;
	if (!button || !synth) return;
	var words = button.querySelector('span');
	var start = words.textContent;
	var lang = document.documentElement.lang;
	var reading = 0;
	function voice() {
		return synth.getVoices().find(function (v) {
			return v.localService && v.lang.slice(0, 2) === lang;
		});
	}
	function show() {
		button.hidden = !voice();
	}
	function stop() {
		reading++;
		synth.cancel();
		words.textContent = start;
	}
	show();
	synth.addEventListener('voiceschanged', show);
	addEventListener('pagehide', stop);
	button.addEventListener('click', function () {
		if (words.textContent !== start) return stop();
		var turn = ++reading;
		words.textContent = button.dataset.stop;
		var blocks = [].filter.call(document.querySelectorAll('#main :is(h1,h2,p,li a)'), function (b) {
			return !b.matches('p p') && b.innerText.trim() && b.checkVisibility();
		});
		(function next() {
			var block = blocks.shift();
			if (turn !== reading) return;
			if (!block) return stop();
			var said = new SpeechSynthesisUtterance(block.innerText);
			said.voice = voice();
			said.lang = lang;
			said.onend = next;
			said.onerror = stop;
			synth.speak(said);
		})();
	});
})();
