import { useEffect, useRef } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NewOperator, Place, ReadStep, SetUpView, WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate, useSearchParams } from 'react-router'
import { request } from '../../../lib/request.js'
import { useStartSession } from '../../identity/index.js'
import { nextStep } from './is-locked.js'

const SET_UP = ['set-up'] as const

/**
 * The printed address is exchanged for a cookie that no script reads, and leaves the window's address and its history.
 * Opening it again, after the page was left, goes on where it was.
 */
export function useEntry(): { readonly isUnderWay: boolean; readonly error: Error | null } {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const token = search.get('token')
  const wasAsked = useRef(false)
  const { mutate, status, error } = useMutation({
    mutationFn: (given: string) => request('enterSetUp', { body: { token: given } }),
    onSettled: () => navigate('/setup', { replace: true })
  })
  useEffect(() => {
    if (token === null || wasAsked.current) return
    wasAsked.current = true
    mutate(token)
  }, [token, mutate])
  return { isUnderWay: token !== null || status === 'pending', error }
}

export function useSetUp(isEntered: boolean) {
  return useQuery({ queryKey: SET_UP, queryFn: () => request('getSetUp', {}), enabled: isEntered, staleTime: 0 })
}

/** After an act the answer is what the pages show: nothing is asked twice. */
function useNoted(): (view: SetUpView) => void {
  const client = useQueryClient()
  return (view) => client.setQueryData(SET_UP, view)
}

export function useSayPlace() {
  return useMutation({ mutationFn: (body: Place) => request('sayPlace', { body }), onSuccess: useNoted() })
}

export function useMakeOperator() {
  return useMutation({ mutationFn: (body: NewOperator) => request('makeOperator', { body }) })
}

/** The operator keeps their phrase. The token is spent: what is shown from here on is the operator's. */
export function useKeptPhrase() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const startSession = useStartSession()
  return useMutation({
    mutationFn: async (session: WhoAmI | null) => {
      const view = await request('passSetUpStep', { body: { step: 'operator' } })
      if (session) await startSession(session)
      client.setQueryData(SET_UP, view)
      await navigate(`/setup/${nextStep(view) ?? ''}`, { replace: true })
    }
  })
}

export function usePassStep() {
  return useMutation({ mutationFn: (step: ReadStep) => request('passSetUpStep', { body: { step } }), onSuccess: useNoted() })
}

export function useTestMail() {
  return useMutation({ mutationFn: (to: string) => request('sendTestMail', { body: { to } }) })
}

export function useChooseSample() {
  return useMutation({ mutationFn: (load: boolean) => request('chooseSample', { body: { load } }), onSuccess: useNoted() })
}
