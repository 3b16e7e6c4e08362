import { useMutation } from '@tanstack/react-query'
import { request } from '../../lib/request.js'

/** Another phrase for whoever is signed in. Like every phrase it is in the answer and nowhere else. */
export function useRenewPhrase() {
  return useMutation({ mutationFn: (password: string) => request('renewPhrase', { body: { password } }), gcTime: 0 })
}
