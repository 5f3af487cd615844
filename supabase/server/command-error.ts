/** Why a command does not go on, as a sentence that says what to do. */
export class CommandError extends Error {}
