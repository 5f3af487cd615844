import { ACCESS_CHANGES, type AccessChange, type AuditLine } from '../../evidence.ts';

/** What a line of the audit tells; "other": a newer server knows of more. */
export const accessChange = ({ what }: AuditLine): AccessChange | 'other' =>
	ACCESS_CHANGES.find((known) => known === what) ?? 'other';
