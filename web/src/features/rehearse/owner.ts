/** What this device keeps of an account’s rehearsals stands under this name. */
export const rehearsalsOwner = (accountId: string): string => `practice/${accountId}`
/** A recording that was forgotten ends here, in seconds; nobody tells a story for so long. */
export const FORGOTTEN_SECONDS = 900
