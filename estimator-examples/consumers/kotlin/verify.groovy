def printed = { String... command ->
    def process = new ProcessBuilder(command)
    process.environment()['JDK_JAVA_OPTIONS'] = '-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8'
    process.start().inputStream.getText('UTF-8').normalize()
}
def java = System.getProperty('java.home') + '/bin/java'

assert printed(java, '-jar', "$basedir/target/kotlin-1.jar") == new File(basedir, 'expected.txt').getText('UTF-8')

// what must not compile did not, line by line: JSpecify says what can be null, and Kotlin listens
def refused = new File(basedir, 'build.log').text.findAll(/Misuse\.kt:\d+/).unique()
assert refused == ['Misuse.kt:4', 'Misuse.kt:5', 'Misuse.kt:6']
