declare module '*.md' {
	const leaf: import('./tree.ts').Leaf;
	export default leaf;
}
