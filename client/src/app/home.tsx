import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { myWorkQuery } from '../features/my-work/index.js'
import { useText } from '../locales/use-text.js'
import { Waiting } from '../ui/waiting.js'

/** Where somebody comes to who names no page: to what waits for them, and where nothing does, or that is not known, to their initiatives. */
export function Home() {
  const { t } = useText()
  const { data, failureCount } = useQuery(myWorkQuery())
  // Not after all tries: what is kept on the device would be here by now.
  if (data === undefined && failureCount === 0) return <Waiting>{t('shell.loading')}</Waiting>
  return <Navigate to={data && data.waiting.total > 0 ? '/my-work' : '/initiatives'} replace />
}
