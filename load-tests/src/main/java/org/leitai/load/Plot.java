package org.leitai.load;

import java.util.List;
import java.util.Locale;

/** How far each figure is from its aim: the line is the aim, right of it is better. */
final class Plot {
    private static final int ROW = 26;
    private static final int LEFT = 430;
    private static final int AIM = 160;
    private static final double MOST = 2.4;

    private Plot() {}

    static String of(List<Figure> figures) {
        int height = figures.size() * ROW + 50;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="900" height="%d" font-family="sans-serif" font-size="13">
                <rect width="900" height="%d" fill="#fff"/>
                """.formatted(height, height));
        for (int i = 0; i < figures.size(); i++) {
            bar(svg, figures.get(i), 20 + i * ROW);
        }
        svg.append("<line x1=\"%1$d\" x2=\"%1$d\" y1=\"10\" y2=\"%2$d\" stroke=\"#222\"/>".formatted(LEFT + AIM, height - 24));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">aim</text></svg>\n".formatted(LEFT + AIM, height - 8));
        return svg.toString();
    }

    private static void bar(StringBuilder svg, Figure figure, int top) {
        double reached = figure.atMost() ? figure.aim() / figure.ratio() : figure.ratio() / figure.aim();
        String colour = reached >= 1 ? "#2f6f8f" : "#b9975b";
        svg.append(String.format(Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"%s\"/>"
                        + "<text x=\"%.0f\" y=\"%d\">%.2f</text>%n",
                LEFT - 8, top + 13, escaped(figure.what()), LEFT, top, Math.min(MOST, reached) * AIM, colour,
                LEFT + Math.min(MOST, reached) * AIM + 6, top + 13, reached));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
