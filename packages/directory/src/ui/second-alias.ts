/** Where the sheet notes that a second alias was chosen. */
export const SECOND_ALIAS = 'second-alias';
