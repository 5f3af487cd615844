/** What opens a drawer: five pictures in an order, a PIN of six digits or more, or a password of twelve signs or more. */
export type Lock = 'pictures' | 'pin' | 'password';
