/**
 * What is typed is nobody's but ours to keep: without `autocomplete` the browser writes open fields down in plain words, to
 * restore them after a crash; spelling and writing help of some browsers asks a server of theirs about each word.
 */
export const UNHEARD = { autocomplete: 'off', spellcheck: false, writingsuggestions: false } as const;
