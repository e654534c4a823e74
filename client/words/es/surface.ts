import type { Say } from "../dictionary.ts";
import type { surface as english } from "../en/surface.ts";

export const surface: Say<typeof english> = {
  surfacePaint: "Pintura, imprimador, estado",
  surfaceProduct: "Producto",
  surfaceSheen: "Brillo",
  surfaceMethod: "Método",
  surfacePrimer: "Imprimador",
  surfaceCondition: "Estado",
  surfaceColourChange: "Cambio de color",
  surfaceTexture: "Textura",
  surfaceByOption: "Como dice la opción",
  surfaceUsual: (label) => `Como siempre: ${label}`,
  surfaceUnknown: (key) => `No está en la lista: ${key}`,
  surfacePrepWay: "Cómo se cuenta la preparación",
  surfacePrepLevel: "Nivel",
  surfacePrepTasks: "Tareas, en %",
  surfacePrepHours: "Horas",
  surfaceSearchHint: "Busca, o escribe cualquier nombre o código",
  surfaceMoreColours: (count) => `${count} más: escribe para encontrarlos`,
  surfaceNoColour: "No está en la paleta: queda como se escribe",
};
