declare module 'virtual:packs' {
	type Leaf = import('./tree.ts').Leaf;
	/** The pages that there are, in every nation. */
	export const names: readonly string[];
	/** The pages of each nation in each language that it has. */
	const packs: Partial<
		Record<
			import('../lib/domain/vocabulary/home.ts').Nation,
			Record<string, () => Promise<{ default: Record<string, Leaf> }>>
		>
	>;
	export default packs;
}
