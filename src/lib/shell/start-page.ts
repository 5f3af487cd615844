/** What the words of the app depend on: `invalidate(WORDS)` loads them again. */
export const WORDS = 'sayso:words';

const WITHOUT_DRAWER = ['/(app)/join', '/(app)/work/sign-in', '/(app)/here', '/(app)/here/[section=section]'];

/** May this page be seen while every drawer is shut? */
export const isOpenToAll = (route: string | null): boolean => route !== null && WITHOUT_DRAWER.includes(route);

/** Where somebody starts. */
export function startOf(role: string): '/my' | '/work' | '/home' {
	if (role === 'child') return '/my';
	return role === 'worker' ? '/work' : '/home';
}
