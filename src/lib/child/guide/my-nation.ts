/** What a page of the guide depends on: once it is known where my home is, the page is loaded anew. */
export const MY_NATION = 'sayso:nation';
