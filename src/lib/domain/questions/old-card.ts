/** After so many days a card is due to be looked at again: people and shifts change. */
export const OLD_CARD = 180;
