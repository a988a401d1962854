import { look } from "./browser.ts"
import { journey } from "./journey.ts"
import { startProduct } from "./product.ts"

journey(startProduct, look)
