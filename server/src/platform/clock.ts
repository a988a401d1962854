import { AsyncLocalStorage } from "node:async_hooks"

/** The server's clock as a parameter, so that tests and the sample can set it. */
export type Clock = () => Date
export const systemClock: Clock = () => new Date()

const pretended = new AsyncLocalStorage<Date>()

/** A clock that stands still at a given time inside `atTime`, and runs as `clock` elsewhere. */
export const withPretence =
  (clock: Clock): Clock =>
  () =>
    pretended.getStore() ?? clock()

/** Does `work` as if it were `time`: the sample tells of past weeks. */
export const atTime = <T>(time: Date, work: () => Promise<T>): Promise<T> => pretended.run(time, work)
