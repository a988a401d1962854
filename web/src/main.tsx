import "./ui/styles.css"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app/app.tsx"

const place = document.getElementById("root")
if (!place) throw new Error("index.html has no #root to draw in")
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
