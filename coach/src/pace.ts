/** Words a minute at which people tell a story in an interview. */
export const SLOWEST = 110
export const FASTEST = 140

/** How long a text takes to say, in whole seconds: told fast, and told calmly. */
export const spokenSeconds = (words: number): { min: number; max: number } => ({
  min: Math.round((words / FASTEST) * 60),
  max: Math.round((words / SLOWEST) * 60),
})
