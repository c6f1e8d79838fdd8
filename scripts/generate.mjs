import { generateClient } from "./setup/generate-client.mjs";
import { runScript } from "./setup/script.mjs";

await runScript({
  name: "generate",
  about: "Generates the database client from prisma/schema.prisma, where that has changed.",
  async run({ signal, write, result }) {
    const generated = await generateClient({ signal });
    if (generated) write("Generated lib/database/generated.\n");
    result({ generated });
    return 0;
  },
});
