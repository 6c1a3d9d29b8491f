def jars = { new File(basedir, it).list().collect { it - ~/-\d.*/ }.sort() }
def printed = { String... command ->
    def process = new ProcessBuilder(command)
    process.environment()['JDK_JAVA_OPTIONS'] = '-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8'
    process.start().inputStream.getText('UTF-8').normalize()
}
def java = System.getProperty('java.home') + '/bin/java'

// the libraries inside are not there to compile against
assert jars('target/compile') == ['estimator-core', 'jspecify']

// all that comes along at run time
assert jars('target/lib') == [
    'commons-math3', 'commons-numbers-combinatorics', 'commons-numbers-core', 'commons-numbers-fraction',
    'commons-numbers-gamma', 'commons-numbers-rootfinder', 'commons-rng-client-api', 'commons-rng-sampling',
    'commons-statistics-distribution', 'estimator-core', 'failureaccess', 'guava', 'jspecify'
]
// 6 of it are Guava, Commons Math and Statistics; ours is 1.9
assert new File(basedir, 'target/lib').listFiles()*.length().sum() < 7_750_000

def jar = "$basedir/target/class-path-1.jar"
assert printed(java, '-cp', jar, 'com.example.Plain') == '1.2k/s\n'
assert printed(java, '-jar', jar) == new File(basedir, 'expected.txt').getText('UTF-8')
