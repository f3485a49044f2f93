const words: Record<string, string> = {
  OAuthAccountNotLinked: 'An account with this address exists already. Sign in by mail.',
  Unverified: 'That service has not verified your address. Sign in by mail.',
  AccessDenied: 'That service did not let you in. Sign in by mail, or try again.',
  Disabled: 'This account is closed. Write to whoever runs this board.',
}

/** What a person reads after a sign-in service sent them back without success. */
export function wordsOfOauthError(error: string | string[] | undefined): string | null {
  if (typeof error !== 'string') return null
  return words[error] ?? 'Signing in there did not work. Try again, or sign in by mail.'
}
