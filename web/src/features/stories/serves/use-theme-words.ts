import { useQuery } from "@tanstack/react-query"
import { readWeights, type Weights } from "./model.ts"

/** What is known of the words of each theme; undefined until its file has come, which is large and loaded by itself. */
export function useThemeWords(): Weights | undefined {
  return useQuery({
    queryKey: ["stories", "theme-words"],
    queryFn: () => import("./weights.json").then((file) => readWeights(file.default)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  }).data
}
