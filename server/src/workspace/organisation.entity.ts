import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  name: string

  @Column('text')
  kind: string
}
