import { textField } from './answers.ts';
import type { SupabaseAnswer } from './ask-supabase.ts';
import { UNUSABLE } from './check-code.ts';

/**
 * What is wrong with the code of a refused sign-up. Hosted Supabase only says that something failed; and a visitor with no
 * code is not told whether an e-mail address is known. (With a code that was used it is: a device whose first answer
 * got lost signs in then.)
 */
export async function explainRefusedSignUp(
	refused: SupabaseAnswer,
	body: string,
	check: (code: string) => Promise<SupabaseAnswer>
): Promise<SupabaseAnswer> {
	const known = textField(refused.text, 'error_code');
	if (known !== 'user_already_exists' && known !== 'unexpected_failure') return refused;
	const state = textField((await check(inviteCodeIn(body))).text, 'state');
	const wrong: string[] = known === 'unexpected_failure' ? [...UNUSABLE, 'used'] : [...UNUSABLE];
	if (state === null || !wrong.includes(state)) return refused;
	const code = `code_${state}`;
	return { status: 422, text: JSON.stringify({ code: 422, error_code: code, msg: code }) };
}

export function inviteCodeIn(body: string): string {
	const read: { data?: { invite_code?: string } } = JSON.parse(body);
	return read.data?.invite_code ?? '';
}
