/** The words required by every row of the step catalogue. */
import type { StepCatalogue, StepId } from '@/domain/step-catalogue'

/** A label, and the sentence that explains what is counted and in which unit. */
export interface CounterLabel {
  readonly label: string
  readonly hint: string
}

type Groups<Id extends StepId> = StepCatalogue[Id]['groups']
type PropertyId<Group> = Group extends { readonly properties: readonly { readonly id: infer Id extends string }[] }
  ? Id
  : never

/** Title, groups and properties of every catalogue row: a row without its words does not compile. */
export type StepLabels = {
  readonly [Id in StepId]: {
    readonly title: string
    readonly groups: Readonly<Record<keyof Groups<Id>, string>>
    readonly properties: Readonly<Record<PropertyId<Groups<Id>[keyof Groups<Id>]>, CounterLabel>>
  }
}
