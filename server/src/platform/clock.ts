/** The server's clock as a parameter, so that tests and the sample can set it. */
export type Clock = () => Date
export const systemClock: Clock = () => new Date()
