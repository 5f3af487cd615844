/** Asks the browser not to throw away what this device keeps when it runs out of room. It may say no. */
export async function askToKeep(): Promise<boolean> {
	try {
		return (await navigator.storage?.persist?.()) ?? false;
	} catch {
		return false;
	}
}
