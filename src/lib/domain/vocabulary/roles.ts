/** What somebody can be in a home, from whom it is for to whoever is above all others. */
export const ROLES = ['child', 'worker', 'manager', 'responsible_individual'] as const;
export type Role = (typeof ROLES)[number];

/** Whoever has the greater number is above. */
export const rankOf = (role: Role): number => ROLES.indexOf(role);

export const isChild = (role: Role | undefined): boolean => role === 'child';

export const isStaff = (role: Role | undefined): role is Exclude<Role, 'child'> => role !== undefined && !isChild(role);
