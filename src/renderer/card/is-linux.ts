/** Whether this is Linux, where the card's window is neither transparent nor moved by the system. */
export function isLinux(userAgent: string = navigator.userAgent): boolean {
  return userAgent.includes('Linux');
}
