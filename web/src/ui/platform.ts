/** Whether this is a machine with a Command key; decides how shortcuts are written and heard. */
export const isApple: boolean =
  typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.platform || navigator.userAgent)
