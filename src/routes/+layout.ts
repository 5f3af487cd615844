export const prerender = true; // the app behind the door (routes/(app)) says otherwise
export const trailingSlash = 'never';
