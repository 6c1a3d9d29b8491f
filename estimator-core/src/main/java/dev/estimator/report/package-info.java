/**
 * Reports: estimates on one page of text, Markdown, HTML, CSV or JSON.
 *
 * <p>The JSON form, {@value dev.estimator.report.Page#SCHEMA}, is the contract with programs: objects with these
 * members. The ending of a name says what the member may be: {@code []} is a list, {@code {}} an object with a member
 * for each name, {@code ?} may be missing or null, and everything else must be given. Unknown members are ignored.
 *
 * <pre>
 * page           schema title sections[] answers{}
 * section        heading level blocks[]
 * named          value? unit p5? p95? mean? beyond? text
 *
 * Blocks, each of which names its kind:
 * text           kind paragraphs[]
 * assumptions    kind assumptions[]
 * answers        kind answers[]
 * fits           kind fits[]
 * ranking        kind result drivers[] note
 * distribution   kind result bins[] limits[]
 * derivation     kind results[] steps[]
 * outlook        kind now limit growth runway? words points[] later? note?
 * utilization    kind usages[]
 * table          kind subject columns[] rows[]
 * architecture   kind components[] flows[]
 * usecases       kind useCases[]
 *
 * Members of blocks:
 * assumption     name value source? isDefault section? below?
 * answer         name value
 * fit            name limit found bound isUpper isKeptAtBestGuess probability text
 * driver         name share atLow? atHigh?
 * bin            from to share
 * step           name formula numbers result
 * point          when days value
 * usage          name used target?
 * row            name cells[]
 * cell           value?
 * component      name peak instances? utilization? binding? growing? growingName?
 *                p99? availability? cost? isBottleneck isSinglePoint
 * flow           caller callee peak sent? returned? isAwaited isFallback
 * usecase        name average peak mean? p99? availability? singlePoints[] failsAlone
 * value          type unit amount? spread? beyond? text
 * spread         p5? p50? p95? mean? isExact
 * beyond         share cause
 * </pre>
 *
 * <p>Amounts are in the canonical unit of their type: req/s, B, B/s, s, one of whatever is counted, and of an
 * availability the share of time down. An amount or a percentile that is beyond every number, such as the wait in an
 * overloaded queue, is left out, and so is a mean that does not exist or is not known. They must be given unless there
 * is a {@code beyond}, which says in how many of all cases the value is beyond every number, and what that is called.
 * Shares and probabilities are from 0 to 1. {@code result} and {@code now} are answers, of a step a value. Numbers have
 * as few digits as lead back to them.
 *
 * <p>{@code answers} is for programs that look for one figure, such as {@code answers["disk"].p95}, each a
 * {@code named}. It tells what blocks of the kinds {@code answers}, {@code fits} and {@code outlook} do once more, and
 * is not read back. Where two different answers have one name, the second is found behind its heading:
 * {@code answers["Storage: total"]}.
 */
@NullMarked
package dev.estimator.report;

import org.jspecify.annotations.NullMarked;
