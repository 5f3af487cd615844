import type { Call, Outcome } from '$lib/domain/calls.ts';
import type { Audit, Evidence } from '$lib/domain/evidence.ts';
import type { Day, Id, OldItems, Time } from '$lib/domain/item.ts';
import type { ItemKind } from '$lib/domain/vocabulary/items.ts';
import { accountOf, type Credential } from '../local/accounts.ts';
import type { UnlockedDrawer, Sender } from '../local/keys.ts';
import type { Deps } from '../deps.ts';
import type { PictureAnswer, Reply, ViewAnswer } from './reply.ts';
import { SignedIn } from './session.ts';

/** Speaks with the server for one drawer: signed in, and as the person whose drawer it is. */
export interface SignedInApi {
	/** `done`: what the server told last that it is done, here and below. */
	calls(calls: Call[], done: Id[]): Promise<Reply<Outcome[]>>;
	view(known: string | null, done: Id[]): Promise<Reply<ViewAnswer>>;
	pictures(hashes: string[]): Promise<Reply<PictureAnswer[]>>;
	older(before: Time, of_kind?: ItemKind): Promise<Reply<OldItems>>;
	evidence(from: Day, to: Day): Promise<Reply<Evidence>>;
	audit(before: Time): Promise<Reply<Audit>>;
}

/** One of these, for what is fetched by request. */
export type Ask<T> = (api: SignedInApi) => Promise<Reply<T>>;

/** `person`: one account may be a person in several homes. Null while it is not known: then there is only one. */
export function signedInApi(
	{ db, world, remoteFor }: Deps,
	drawer: Sender | UnlockedDrawer,
	{ typed, person }: { typed: Credential | null; person: () => Id | null }
): SignedInApi {
	const remote = remoteFor(drawer.id);
	const signedIn = new SignedIn({ account: accountOf(db, drawer), world, remote, typed });
	return {
		calls: (calls, done) => signedIn.ask((token) => remote.applyCalls(token, person(), calls, done)),
		view: (known, done) => signedIn.ask((token) => remote.myView(token, person(), known, done)),
		pictures: (hashes) => signedIn.ask((token) => remote.myPictures(token, person(), hashes)),
		older: (before, of_kind) => signedIn.ask((token) => remote.myOlder(token, person(), before, of_kind)),
		evidence: (from, to) => signedIn.ask((token) => remote.myEvidence(token, person(), from, to)),
		audit: (before) => signedIn.ask((token) => remote.myAudit(token, person(), before))
	};
}
