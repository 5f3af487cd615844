import type { Call, Outcome } from '$lib/domain/calls.ts';
import type { HomeGuide } from '$lib/domain/questions/devices/tablets.ts';
import type { Audit, Evidence } from '$lib/domain/evidence.ts';
import type { Day, Id, OldItems, Time } from '$lib/domain/item.ts';
import type { ItemKind } from '$lib/domain/vocabulary/items.ts';
import type { View } from '$lib/domain/view.ts';
import type { DeviceStop } from '../view-state.ts';
import type { Credential, SignInTokens } from '../local/accounts.ts';

/** What the server answered. status 0: no answer. wait: how long it asks us to stay away, in milliseconds. */
export type Reply<T> = { ok: true; value: T } | Failure;
export interface Failure {
	ok: false;
	status: number;
	code: string;
	wait: number | null;
}

export interface CodeState {
	state: 'good' | 'used' | 'ended' | 'expired' | 'unknown';
	for: 'child' | 'staff' | 'tablet' | null;
}
export interface ViewAnswer {
	version: string;
	now: Time;
	view: View | null; // null: unchanged, or (with `stop`) there is none
	stop?: DeviceStop | null;
	lacks: boolean; // it does not have a call that it said was done: it was set back to an earlier day
}
export interface GuideAnswer {
	version: string;
	now: Time;
	guide: HomeGuide | null; // null: unchanged
}
export interface PictureAnswer {
	hash: string;
	data: string;
}

/** The server, as one drawer speaks with it. It never throws. */
export interface Remote {
	checkCode(code: string): Promise<Reply<CodeState>>;
	signUp(who: Credential, code: string): Promise<Reply<SignInTokens>>;
	/** `device`: as it came with this account's last session here. */
	signIn(who: Credential, device?: string): Promise<Reply<SignInTokens>>;
	refresh(refreshToken: string, device?: string): Promise<Reply<SignInTokens>>;
	/** Every other session of theirs ends. */
	changePassword(who: Credential, password: string): Promise<Reply<SignInTokens>>;
	/** `done`: calls that it said are done, so that it can tell whether it still has them. Likewise below. */
	myView(token: string, person: Id | null, known: string | null, done: Id[]): Promise<Reply<ViewAnswer>>;
	applyCalls(token: string, person: Id | null, calls: Call[], done: Id[]): Promise<Reply<Outcome[]>>;
	myPictures(token: string, person: Id | null, hashes: string[]): Promise<Reply<PictureAnswer[]>>;
	myOlder(token: string, person: Id | null, before: Time, of_kind?: ItemKind): Promise<Reply<OldItems>>;
	myEvidence(token: string, person: Id | null, from: Day, to: Day): Promise<Reply<Evidence>>;
	myAudit(token: string, person: Id | null, before: Time): Promise<Reply<Audit>>;
	/** What a paired tablet shows. It is nobody, so there is no person. */
	homeGuide(token: string, known: string | null): Promise<Reply<GuideAnswer>>;
}

/**
 * What a failure means for who waits for it. cut_off: this login may do nothing any more, or for the time being. went_back: the
 * server was set back to an earlier day, and lacks what it said was done. not_understood: the server does not understand this
 * request, and never will: something in it may be to blame.
 */
export function meaningOf({ status, code }: Failure): 'cut_off' | 'went_back' | 'too_big' | 'not_understood' | 'later' {
	if (status === 413) return 'too_big';
	if (code === 'went_back') return 'went_back';
	if (status === 403 && code === 'nobody') return 'cut_off';
	return status < 400 || status >= 500 || [401, 403, 408, 429].includes(status) ? 'later' : 'not_understood';
}

/** Why something waits, as a code that has a sentence. */
export function codeOfWaiting({ status, code }: Failure): string {
	if (status === 0) return 'offline';
	if (code === 'not_known') return code;
	if (status === 401) return 'signed_out';
	if (status === 429) return 'too_many';
	return code === 'shape_unknown' ? code : 'server_down';
}

/** Why something that was asked for does not come: of it nothing waits, so nothing says that it does. */
export function codeOfFetch(failure: Failure): string {
	const code = codeOfWaiting(failure);
	return ['offline', 'server_down', 'too_many'].includes(code) ? 'not_fetched' : code;
}

/** Why somebody cannot join or sign in. */
export function codeOfSignIn(failure: Failure): string {
	if (failure.status === 429) return 'wait';
	if (!isRefusal(failure)) return codeOfWaiting(failure);
	if (failure.code === 'invalid_credentials') return 'wrong_password';
	if (['user_already_exists', 'email_exists'].includes(failure.code)) return 'email_taken';
	return failure.code === 'weak_password' || failure.code.startsWith('code_') ? failure.code : 'not_let_in';
}

/** The server said no to what was shown to it; anything else is a bad moment. */
export const isRefusal = ({ status }: Failure): boolean =>
	status >= 400 && status < 500 && status !== 408 && status !== 429;
