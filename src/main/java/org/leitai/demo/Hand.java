package org.leitai.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How a simulated judge marks: plausible values for any aspect, from the form alone. Better entries get better marks from every judge,
 * with a little disagreement; the same entry and aspect always get the same value, so that a restart goes on consistently.
 */
final class Hand {
    private final SplittableRandom random;
    /** 0 (weak) to 1 (strong), the same for all seats. */
    private final double talent;

    private Hand(SplittableRandom random, double talent) {
        this.random = random;
        this.talent = talent;
    }

    static Hand of(String stage, String subject, String aspect, String seat) {
        double talent = 0.55 + 0.45 * new SplittableRandom((stage + subject).hashCode()).nextDouble();
        return new Hand(new SplittableRandom((stage + subject + aspect + seat).hashCode()), talent);
    }

    /** A value in the ledger's text form. */
    String value(JsonObject aspect) {
        return switch (aspect.getString("kind")) {
            case "measured" -> measures(aspect.getJsonArray("inputs"));
            case "judgement" ->
                Integer.toString(Math.clamp(Math.round(talent * 3 + random.nextGaussian() * 0.35), 0, 3));
            case "choice" -> pick(aspect.getJsonArray("levels"));
            case "pass-fail" -> random.nextDouble() < talent + 0.1 ? "pass" : "fail";
            case "gate" -> "none";
            case "count" -> Long.toString(Math.round(talent * Long.parseLong(aspect.getString("possible"))));
            case "time" -> seconds(aspect);
            default -> aspect.getBoolean("tally", false) ? counts(aspect.getJsonArray("items")) : number(aspect);
        };
    }

    private String number(JsonObject aspect) {
        JsonObject range = aspect.getJsonObject("range", new JsonObject());
        BigDecimal most = new BigDecimal(range.getString("max", aspect.getString("max", "10")));
        BigDecimal least = new BigDecimal(range.getString("min", "0"));
        BigDecimal share = BigDecimal.valueOf(Math.clamp(0.72 + 0.26 * talent + random.nextGaussian() * 0.02, 0.3, 1));
        BigDecimal value = least.add(most.subtract(least).multiply(share));
        return onStep(value, range).min(most).toPlainString();
    }

    private static BigDecimal onStep(BigDecimal value, JsonObject range) {
        int decimals = range.getInteger("decimals", 2);
        BigDecimal step = new BigDecimal(
                range.getString("step", BigDecimal.ONE.movePointLeft(decimals).toPlainString()));
        return value.divide(step, 0, RoundingMode.HALF_UP).multiply(step).setScale(decimals, RoundingMode.HALF_UP);
    }

    private String measures(JsonArray inputs) {
        List<String> parts = new ArrayList<>();
        for (Object each : inputs) {
            JsonObject input = (JsonObject) each;
            BigDecimal value = BigDecimal.valueOf((1 - talent) * 3 * random.nextDouble());
            parts.add(input.getString("id") + "="
                    + onStep(value, input.getJsonObject("range", new JsonObject()))
                            .toPlainString());
        }
        return inputs.size() == 1
                ? parts.getFirst().substring(parts.getFirst().indexOf('=') + 1)
                : String.join(" ", parts);
    }

    private String counts(JsonArray items) {
        List<String> parts = new ArrayList<>();
        for (Object each : items) {
            JsonObject item = (JsonObject) each;
            if (!Boolean.TRUE.equals(item.getValue("forfeit")) && random.nextDouble() < (1 - talent) * 0.7) {
                parts.add(item.getString("id") + "=1");
            }
        }
        return parts.isEmpty() ? "none" : String.join(" ", parts);
    }

    private String pick(JsonArray levels) {
        int index = (int) Math.min(levels.size() - 1L, Math.round((1 - talent) * levels.size() * random.nextDouble()));
        return levels.getJsonObject(index).getString("id");
    }

    private String seconds(JsonObject aspect) {
        BigDecimal limit = new BigDecimal(aspect.getString("limit", "600"));
        BigDecimal share = BigDecimal.valueOf(1.12 - 0.35 * talent + random.nextGaussian() * 0.03);
        return onStep(limit.multiply(share), aspect.getJsonObject("range", new JsonObject()))
                .toPlainString();
    }
}
