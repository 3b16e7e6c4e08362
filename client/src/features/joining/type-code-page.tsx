import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { codeProblem, groupedCode, plainCode } from '../../lib/invitation-code.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Page } from '../../ui/page.js'
import { TextField } from '../../ui/text-field.js'
import { useSession } from '../identity/index.js'
import { SignInFirst } from './sign-in-first.js'

/** The way in for those who were told a code. A link that is pasted here works as well. */
export function TypeCodePage() {
  const { t } = useText()
  const navigate = useNavigate()
  const session = useSession()
  const [typed, setTyped] = useState('')
  const [wasSent, setSent] = useState(false)
  const secretOfLink = /\/join\/([^\s/?#]+)/.exec(typed)?.[1]
  const problem = secretOfLink === undefined ? codeProblem(typed) : null

  function send(event: FormEvent) {
    event.preventDefault()
    setSent(true)
    if (problem === null) void navigate(`/join/${encodeURIComponent(secretOfLink ?? plainCode(typed))}`)
  }

  return (
    <Page title={t('join.title')} width="narrow">
      <p>{t('join.lead')}</p>
      <form className="stack" noValidate onSubmit={send}>
        <TextField
          label={t('join.code')}
          hint={t('join.codeHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck="false"
          value={typed}
          onChange={(next) => {
            setTyped(next)
            setSent(false)
          }}
          onBlur={() => secretOfLink === undefined && setTyped(groupedCode(typed))}
          error={wasSent && problem !== null ? t(`join.code.${problem}`) : undefined}
        />
        <div className="row">
          <Button look="primary" type="submit">
            {t('join.look')}
          </Button>
        </div>
      </form>
      {session.data === null && <SignInFirst />}
    </Page>
  )
}
