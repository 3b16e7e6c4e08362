import type { Page } from 'playwright-core'

/** The pages of one workspace on somebody's screen, as people find their way in them. */
export class WorkspacePages {
  constructor(
    readonly page: Page,
    readonly workspaceId: string
  ) {}

  static here(page: Page): WorkspacePages {
    const id = /\/initiatives\/([0-9a-f-]{36})/.exec(page.url())?.[1]
    if (!id) throw new Error(`${page.url()} is no page of a workspace`)
    return new WorkspacePages(page, id)
  }

  async open(path = ''): Promise<void> {
    await this.page.goto(`/initiatives/${this.workspaceId}${path}`)
    await this.heading().waitFor()
  }

  heading(name?: string) {
    return this.page.getByRole('heading', { level: 1, ...(name === undefined ? {} : { name }) })
  }

  /** Answers the question that is open, and goes on to the next one. */
  async answer(question: string, answer: string, reason = ''): Promise<void> {
    await this.heading(question).waitFor()
    await this.page.getByLabel(answer, { exact: true }).check()
    await this.page.getByLabel('Why do you say so?').fill(reason)
    await this.page.getByRole('button', { name: 'Save and continue' }).click()
    await this.heading(question).waitFor({ state: 'detached' })
  }
}
