import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { PersonEntity } from './person.entity.js'
import { type Credentials, type NewPerson, PersonStore } from './person.store.js'

@Injectable()
export class TypeormPersonStore extends PersonStore {
  constructor(@Inject(DataSource) private readonly source: DataSource) {
    super()
  }

  /**
   * A handle may look like an e-mail, and no index reaches over two columns; without the lock, somebody
   * could take another's e-mail as a handle and be found first. Adding people is rare enough to queue for.
   */
  override async add(person: NewPerson, within: EntityManager = this.source.manager): Promise<boolean> {
    return await within.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('roundtable person names'))`)
      const names = [person.handle, ...(person.email ? [person.email] : [])]
      const isTaken = await manager
        .createQueryBuilder(PersonEntity, 'person')
        .where('lower(person.handle) in (:...names) or lower(person.email) in (:...names)', { names })
        .getExists()
      if (isTaken) return false
      await manager.insert(PersonEntity, { ...person, isSuspended: false })
      return true
    })
  }

  override async findByName(name: string): Promise<Credentials | null> {
    // PostgreSQL knows no such character; nobody can have it in a name.
    if (name.includes('\0')) return null
    return await this.source
      .createQueryBuilder(PersonEntity, 'person')
      .select(['person.id', 'person.handle', 'person.name', 'person.email', 'person.passwordHash', 'person.recoveryHash'])
      .where('(lower(person.handle) = :name or lower(person.email) = :name) and not person.isSuspended', { name })
      .getOne()
  }

  override async findSample(sampleKey: string): Promise<{ id: string } | null> {
    return await this.source.getRepository(PersonEntity).findOne({ select: { id: true }, where: { sampleKey, isSuspended: false } })
  }

  override async rehash(id: string, was: string, becomes: string): Promise<void> {
    await this.source.getRepository(PersonEntity).update({ id, passwordHash: was }, { passwordHash: becomes })
  }

  override async recover(id: string, was: string, becomes: { passwordHash: string; recoveryHash: string }): Promise<boolean> {
    return await this.source.transaction(async (manager) => {
      const changed = await manager.update(PersonEntity, { id, recoveryHash: was, isSuspended: false }, becomes)
      if (changed.affected !== 1) return false
      await manager.query(END_ALL, [id])
      return true
    })
  }

  override async renewPhrase(id: string, was: string, recoveryHash: string): Promise<boolean> {
    const changed = await this.source.getRepository(PersonEntity).update({ id, passwordHash: was, isSuspended: false }, { recoveryHash })
    return changed.affected === 1
  }

  override async givePhrase(handle: string, recoveryHash: string): Promise<boolean> {
    return await this.source.transaction(async (manager) => {
      const given: { id: string }[] = await manager.query(GIVE_PHRASE, [handle, recoveryHash])
      for (const { id } of given) await manager.query(END_ALL, [id])
      return given.length === 1
    })
  }

  override async markSecretariat(name: string): Promise<boolean> {
    const marked: unknown[] = await this.source.query(MARK_SECRETARIAT, [name])
    return marked.length === 1
  }

  override async suspend(id: string): Promise<boolean> {
    return await this.source.transaction(async (manager) => {
      const changed = await manager.update(PersonEntity, { id }, { isSuspended: true })
      if (changed.affected !== 1) return false
      await manager.query(END_ALL, [id])
      return true
    })
  }
}

const END_ALL = `update session set ended_at = now() where person_id = $1 and ended_at is null`

const GIVE_PHRASE = `
with given as (
  update person set recovery_hash = $2, password_hash = null where lower(handle) = $1 and not is_suspended and sample_key is null returning id
) select id from given`

const MARK_SECRETARIAT = `
with marked as (
  update person set is_secretariat = true where lower(handle) = $1 and not is_suspended returning id
) select id from marked`
