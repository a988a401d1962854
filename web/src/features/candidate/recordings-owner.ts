/** What this device keeps for an attempt stands under this name. */
export const recordingsOwner = (attemptId: string): string => `attempt/${attemptId}`
