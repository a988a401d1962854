import type { ReadinessItem, ReadinessList } from "@backfill/contract"
import { queryOptions, useQueryClient } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

export const listsQuery = queryOptions({
  queryKey: ["readiness", "lists"],
  queryFn: ({ signal }) => client.readiness.page({ signal }),
})

export const onSiteQuery = queryOptions({
  queryKey: ["readiness", "on-site"],
  queryFn: ({ signal }) => client.readiness.onSite({ signal }),
})

export const exerciseQuery = (exerciseId: string) =>
  queryOptions({
    queryKey: ["readiness", "exercise", exerciseId],
    queryFn: ({ signal }) => client.readiness.exercise({ params: { exerciseId }, signal }),
  })

/** Every item of every list, in their order. */
export const allItems = (lists: readonly ReadinessList[]): ReadinessItem[] =>
  lists.flatMap((list) => list.groups).flatMap((group) => group.items)

/** What counts in a list: done, and in all; hidden items aside. */
export function progressOf(list: ReadinessList): { done: number; all: number } {
  const shown = allItems([list]).filter((item) => !item.hidden)
  return { done: shown.filter((item) => item.done).length, all: shown.length }
}

export type ItemChange = Partial<{ text: string | null; done: boolean; hidden: boolean }>

/** Sends a change of one item and puts the answer on the page at once. */
export function useChangeItem() {
  const queryClient = useQueryClient()
  return async ({ item, change }: { item: ReadinessItem; change: ItemChange }, key: string) => {
    // What isn't changed stays as it is: an own item keeps its text, a shipped one its wording, own or not.
    const text = item.own || item.shippedText !== null ? item.text : null
    const next = await client.readiness.change({
      params: { itemId: item.id },
      body: { text, done: item.done, hidden: item.hidden, ...change, version: item.version },
      key,
    })
    queryClient.setQueryData(listsQuery.queryKey, (known) => known && withItem(known, next))
    return next
  }
}

const withItem = (known: { lists: ReadinessList[] }, next: ReadinessItem) => ({
  lists: known.lists.map((list) => ({
    ...list,
    frame: list.frame.map((part) => (part.item.id === next.id ? { ...part, item: next } : part)),
    groups: list.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => (item.id === next.id ? next : item)),
    })),
  })),
})
