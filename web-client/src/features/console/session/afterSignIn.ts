/** Only a path of our own console may be returned to; anything else could lead a signed-in officer to a foreign page. */
export function afterSignIn(to: unknown): string {
  return typeof to === 'string' && /^\/console(?:[/?#]|$)/.test(to) ? to : '/console'
}
