package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvPageTest {
    private static final String HEADER = "section,kind,name,type,unit,amount,p5,p50,p95,mean,text,remark,beyond,cause";

    @Test
    void csv_everyKind() {
        String lines = """
                section,kind,name,type,unit,amount,p5,p50,p95,mean,text,remark,beyond,cause
                Assumptions,assumption,rate,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),from rate,,
                Assumptions,assumption,size,Bytes,B,40000000000000,,,,,40 TB,,,
                Assumptions,default,peak rate,Ratio,,2,,,,,×2,habit of rate,,
                Assumptions,default,spares,Count,,0,,,,,0,,,
                Answers,answer,rate,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),,,
                Answers,answer,size,Bytes,B,40000000000000,,,,,40 TB,,,
                Fits,limited,rate ≤ 5k req/s,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),,,
                Fits,limit,rate ≤ 5k req/s,Qps,req/s,5000,,,,,5k req/s,at most,,
                Fits,probability,rate ≤ 5k req/s,Share,,0.966,,,,,96.6%,"holds: 96.6%, exact",,
                Fits,limited,size ≤ 30 TB,Bytes,B,40000000000000,,,,,40 TB,,,
                Fits,limit,size ≤ 30 TB,Bytes,B,30000000000000,,,,,30 TB,at most,,
                Fits,probability,size ≤ 30 TB,Share,,0,,,,,0%,fails,,
                Fits,limited,size ≥ 7 TB,Bytes,B,40000000000000,,,,,40 TB,,,
                Fits,limit,size ≥ 7 TB,Bytes,B,7000000000000,,,,,7 TB,at least,,
                Fits,probability,size ≥ 7 TB,Share,,1,,,,,100%,holds,,
                Outlook,outlook,rate now,Bytes,B,40000000000000,,,,,40 TB,day 0.0,,
                Outlook,outlook,rate after 1 y,Bytes,B,50000000000000,45000000000000,50000000000000,60000000000000,51000000000000,50 TB (45 … 60),day 365.0,,
                Outlook,limit,rate,Bytes,B,100000000000000,,,,,100 TB,fits 1 y 5 months (1 y … 2 y),,
                Outlook,runway,rate,TimeSpan,s,47000000,,,,,544 d,"5% every month, compound",,
                Outlook,outlook,old rate 2027-01-31,Bytes,B,40000000000000,,,,,40 TB,day 0.0,,
                Outlook,outlook,old rate 2027-02-28,Bytes,B,40000000000000,,,,,40 TB,day 28.0,,
                Outlook,limit,old rate,Bytes,B,100000000000000,,,,,100 TB,it does not grow,,
                Used,utilization,rate,Share,,0.71,,,,,71%,,,
                Used,target,rate,Share,,0.7,,,,,70%,,,
                Used,utilization,memory,Share,,0.29,,,,,29%,,,
                Used,target,memory,Share,,0.6,,,,,60%,,,
                Drivers,driver,rate,Share,,0.57,,,,,57%,of the uncertainty of result of rate,,
                Drivers,low end,rate,Qps,req/s,1500,,,,,1.5k req/s,result of rate,,
                Drivers,high end,rate,Qps,req/s,3500,,,,,3.5k req/s,result of rate,,
                Drivers,driver,other,Share,,0.43,,,,,43%,of the uncertainty of result of rate,,
                Derivation,bin,rate,Share,,0.25,,,,,25%,from 1000.0 to 2000.0,,
                Derivation,bin,rate,Share,,0.5,,,,,50%,from 2000.0 to 3000.0,,
                Derivation,bin,rate,Share,,0.125,,,,,13%,from 3000.0 to 4000.0,,
                Derivation,step,half of rate,Qps,req/s,2300,,,,,"2,300 req/s",whole ÷ 2,,
                Derivation,step,rate,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),half of rate + 0.5,,
                Table,needed,rate,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),,,
                Table,busy rate,rate,Share,,0.93,,,,,93%,,,
                Table,busy rate,store,Count,,7,,,,,7,,,
                System,peak,rate,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),bottleneck,,
                System,instances,rate,Count,,12,,,,,12,,,
                System,utilization,rate,Ratio,,0.68,0.4,0.66,0.9,0.67,68% (40% … 90%),workers,,
                System,p99,rate,TimeSpan,s,0.028,,,,,28 ms,,,
                System,availability,rate,Availability,share of time down,0.0007,,,,,99.93% (3.2 nines),,,
                System,cost a month,rate,Money,USD,2300,,,,,$2.3k,,,
                System,peak,store,Qps,req/s,800,,,,,800 req/s,single point of failure,,
                System,p99,store,TimeSpan,s,,,,,,overloaded,,1,overloaded
                System,flow,client → rate,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),,,
                System,sent,client → rate,Bandwidth,B/s,2000000,,,,,2 MB/s (16 Mbit/s),,,
                System,flow,rate ⇢ store,Qps,req/s,800,,,,,800 req/s,nobody waits,,
                System,returned,rate ⇢ store,Bandwidth,B/s,13000000,,,,,13 MB/s,,,
                Use cases,average,read rate,Qps,req/s,1100,,,,,1.1k req/s,,,
                Use cases,peak,read rate,Qps,req/s,2300.5,1200,2200,4600,2400,2.3k req/s (1.2k … 4.6k),,,
                Use cases,mean latency,read rate,TimeSpan,s,0.031,,,,,31 ms,,,
                Use cases,p99,read rate,TimeSpan,s,0.09,,,,,90 ms,,,
                Use cases,availability,read rate,Availability,share of time down,0.0009,,,,,99.91% (3 nines),"fails alone with rate, store (for 20% of requests)",,
                Use cases,average,pair,Qps,req/s,3,,,,,3 req/s,,,
                Use cases,peak,pair,Qps,req/s,4,,,,,4 req/s,,,
                Use cases,availability,pair,Availability,share of time down,0.0005,,,,,99.95%,fails alone with nothing,,
                Use cases,average,ask,Qps,req/s,5,,,,,5 req/s,,,
                Use cases,peak,ask,Qps,req/s,6,,,,,6 req/s,,,
                """;
        assertThat(Pages.everyKind().csv()).isEqualTo(lines.replace("\n", "\r\n"));
    }

    @Test
    void csv_quotes() {
        Page page = Pages.of(new Block.Assumptions(List.of(
                new Assumption("a, b", Pages.number(7, "7 \"all\""), "one\ntwo\r\nthree", false, null),
                new Assumption("\"", Pages.number(8, "8"), "", false, null),
                new Assumption(" c; 'd' ", Pages.number(9, "9"), "\r", false, null))));
        assertThat(page.csv())
                .isEqualTo(HEADER
                        + "\r\nPart,assumption,\"a, b\",Count,,7,,,,,\"7 \"\"all\"\"\",\"one\ntwo\r\nthree\",,\r\n"
                        + "Part,assumption,\"\"\"\",Count,,8,,,,,8,,,\r\n"
                        + "Part,assumption, c; 'd' ,Count,,9,,,,,9,\"\r\",,\r\n");
    }

    @Test
    void csv_nothing() {
        assertThat(Pages.of().csv()).isEqualTo(HEADER + "\r\n");
        assertThat(Pages.of(new Block.Text(List.of("Words, and more"))).csv()).isEqualTo(HEADER + "\r\n");
    }

    /** A reader made after RFC 4180 alone finds each text and each number as it was, to the last bit. */
    @Property
    void csv_readBack(
            @ForAll
                    @Chars({',', '"', '\r', '\n', ';', ' ', 'ü', '√'})
                    @CharRange(from = 'a', to = 'c')
                    @StringLength(max = 12)
                    String text,
            @ForAll @DoubleRange(min = 0, max = Double.MAX_VALUE) double amount,
            @ForAll @DoubleRange(min = 0, max = 1) double small) {
        double low = Math.min(small, amount);
        Value.Spread spread = new Value.Spread(low / 3, low, amount, amount / 7, false);
        Page page = Pages.of(new Block.Answers(List.of(
                new Block.Answer(text, new Value("Count", text, amount, spread, text)),
                new Block.Answer("second", new Value("Share", "", small, null, "")))));
        List<List<String>> rows = parsed(page.csv());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).containsExactly(HEADER.split(","));
        List<String> first = rows.get(1);
        assertThat(first.subList(0, 5)).containsExactly("Part", "answer", text, "Count", text);
        assertThat(first.subList(5, 10).stream().map(Double::valueOf))
                .containsExactly(amount, low / 3, low, amount, amount / 7);
        assertThat(first.subList(10, 12)).containsExactly(text, "");
        List<String> second = rows.get(2);
        assertThat(second.subList(0, 5)).containsExactly("Part", "answer", "second", "Share", "");
        assertThat(Double.parseDouble(second.get(5))).isEqualTo(small);
        assertThat(second.subList(6, 14)).containsOnly("");
    }

    /**
     * RFC 4180: fields between commas, records ended by CR LF, quotes around and doubled within fields that need them.
     */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            boolean isQuote = c == '"';
            if (isQuote && isQuoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (isQuote) {
                assertThat(isQuoted || field.length() == 0).isTrue();
                isQuoted = !isQuoted;
            } else if (isQuoted || (c != ',' && c != '\r')) {
                assertThat(isQuoted || c != '\n').isTrue();
                field.append(c);
            } else {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    assertThat(csv.charAt(++i)).isEqualTo('\n');
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        assertThat(isQuoted || field.length() > 0 || !row.isEmpty()).isFalse();
        return rows;
    }
}
