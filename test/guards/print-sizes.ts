import { quantile, sizesOf } from './sizes.ts'
import { productFiles } from './source-files.ts'

const sizes = sizesOf(productFiles())
const [files, functions] = [sizes.files.map(({ lines }) => lines), sizes.functions.map(({ lines }) => lines)]
console.log(
  `files: ${files.length}, median ${quantile(files, 0.5)} lines, p90 ${quantile(files, 0.9)}; ` +
    `functions: median ${quantile(functions, 0.5)}, p90 ${quantile(functions, 0.9)}; ` +
    `comments ${(sizes.commentShare * 100).toFixed(1)} % of lines`,
)
