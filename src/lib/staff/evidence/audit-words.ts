import type { AuditLine } from '$lib/domain/evidence.ts';
import { accessChange } from '$lib/domain/questions/evidence/access-changes.ts';
import type { StaffContext } from '../staff-context.ts';

/** Who changed it: somebody of the home, or whoever set the home up. */
export const sayWho = ({ person_id }: AuditLine, { words, name }: StaffContext): string =>
	person_id === null ? words.t(($) => $.audit.setUp) : name(person_id);

/** What was changed, in a line. */
export function sayChange(line: AuditLine, { words, name }: StaffContext): string {
	const change = accessChange(line);
	const said = {
		about: name(line.about_id),
		whom: name(line.with_id),
		device: line.device ?? words.t(($) => $.audit.aDevice)
	};
	if (change === 'joined' && line.with_id === null) return words.t(($) => $.audit.what.joined_first, said);
	if (change === 'set_away' && line.with_id !== null) return words.t(($) => $.audit.what.set_cover, said);
	return words.t((w) => w.audit.what[change], said);
}
