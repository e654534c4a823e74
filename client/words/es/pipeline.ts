import type { Say } from "../dictionary.ts";
import type { pipeline as en } from "../en/pipeline.ts";

export const pipeline: Say<typeof en> = {
  pipelineTitle: "Presupuestos y tasa de cierre",
  pipelineLead: "Qué está abierto y cuánto se gana",
  pipelineManagers: "Esto es para gerentes",
  pipelineManagersLead: "Quien dirige la empresa ve aquí qué está abierto y qué se ganó.",
  pipelineNone: "Todavía no hay nada que contar",
  pipelineNoneLead: "No se hizo ningún presupuesto en los últimos seis meses.",
  pipelineOpen: "Presupuestos abiertos",
  pipelineWeek: "De los últimos 7 días",
  pipelineMonth: "De 7 a 30 días",
  pipelineOlder: "De más de 30 días",
  pipelineCount: (count) => (count === 1 ? "1 presupuesto" : `${count} presupuestos`),
  pipelinePricing: (done, of) => `${done} de ${of} calculados hasta ahora.`,
  pipelineUnpriced: (count) =>
    count === 1
      ? "1 no tiene precio todavía y se cuenta sin él."
      : `${count} no tienen precio todavía y se cuentan sin él.`,
  pipelineNewest: (count) => `Solo se calculan los ${count} más recientes.`,
  pipelinePrices: "En la opción que elige la mayoría, con impuestos.",
  pipelineWon: "Ganados",
  pipelineWonSince: (won, made, months) =>
    `Se aceptaron ${won} de ${made} presupuestos de los últimos ${months} meses`,
  pipelineByMonth: "Por el mes en que se hicieron. Los más nuevos suelen seguir abiertos.",
  pipelineWho: "Por estimador",
  pipelineByWho: "Los últimos seis meses, primero quien más trajo.",
  pipelineNobody: "Sin nombre",
  pipelineWhich: "Hechos",
  pipelineWonCount: "Aceptados",
  pipelineRate: "Tasa de cierre",
  pipelineValue: "Suman",
  pipelineWonOf: (won, made) => `${won} de ${made}`,
  pipelineToList: "A los presupuestos",
  pipelineHere: "Contado en esta tableta, con los presupuestos que tiene.",
};
