import { decidingSides, REGISTRY_LEVELS, type RegistryLevel } from '@roundtable/shared/framework'
import type { ProfileView, WorkspaceView } from '@roundtable/shared/protocol'
import { useState, type FormEvent } from 'react'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { useWishRegistry } from './profile.js'

type Voice = NonNullable<ProfileView['voices']>[number]

interface RegistryProps {
  readonly workspace: WorkspaceView
  readonly profile: ProfileView
}

/** What the secretariat may see: the least of what everybody who decides allows. */
export function Registry({ workspace, profile }: RegistryProps) {
  const { t } = useText()
  const may = useMay(workspace)('approve', 'PROF')
  const mine = profile.voices?.find(({ isMine }) => isMine)
  return (
    <section className="section stack" aria-labelledby="registry-title">
      <h2 id="registry-title">{t('registry.title')}</h2>
      <p>{t('registry.lead')}</p>
      <div>
        <p>
          <strong>{t('registry.now', { level: t(`registryLevel.${profile.registry}`) })}</strong>
        </p>
        <SidesAllow workspace={workspace} profile={profile} />
      </div>
      {may.allowed && mine ? (
        <WishForm workspaceId={workspace.id} voice={mine} />
      ) : (
        <WhyNot cannot={t('registry.cannot')} because={may.because} />
      )}
    </section>
  )
}

/** What each voice of a side allows; silence is told as what it comes to. */
function SidesAllow({ workspace, profile: { voices, silence } }: RegistryProps) {
  const { t } = useText()
  if (voices === null) return <p className="muted">{t('registry.notShown')}</p>
  const silent = t(`registryLevel.${silence}`)
  return decidingSides(workspace).flatMap((side) => {
    const named = { side: t(`side.${side}`) }
    const ofSide = voices.filter((voice) => voice.side === side)
    if (ofSide.length === 0) return [<p key={side}>{t('registry.nobody', { ...named, level: silent })}</p>]
    return ofSide.map(({ key, name, level }) => (
      <p key={key}>
        <bdi>
          {level === null
            ? t('registry.silent', { ...named, name, level: silent })
            : t('registry.wish', { ...named, name, level: t(`registryLevel.${level}`) })}
        </bdi>
      </p>
    ))
  })
}

function WishForm({ workspaceId, voice }: { readonly workspaceId: string; readonly voice: Voice }) {
  const { t } = useText()
  const announce = useAnnounce()
  const wish = useWishRegistry(workspaceId)
  const [level, setLevel] = useState<RegistryLevel>(voice.level ?? 'none')

  function submit(event: FormEvent) {
    event.preventDefault()
    wish.mutate(level, { onSuccess: () => announce(t('form.saved')) })
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FormProblem error={wish.error} />
      <ChoiceGroup
        label={t('registry.mine')}
        kind="one"
        choices={REGISTRY_LEVELS.map((one) => ({ value: one, label: t(`registryLevel.${one}`) }))}
        chosen={[level]}
        onChange={([chosen]) => setLevel(REGISTRY_LEVELS.find((one) => one === chosen) ?? level)}
      />
      <div className="row">
        <Button type="submit" isPending={wish.isPending}>
          {t('registry.save', { name: voice.name })}
        </Button>
      </div>
    </form>
  )
}
